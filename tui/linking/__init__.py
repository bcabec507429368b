"""Links the entries of a catalog to the words of its articles, and checks what they say."""
