"""What is done to accounts and posts; every act is in the trail."""
