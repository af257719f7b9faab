// What Node takes to load a module, whatever is in it.
