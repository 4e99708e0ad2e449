"""Problems come to be: begun from templates, grown by a level, or adopted from elsewhere."""
