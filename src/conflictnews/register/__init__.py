"""Register: what the tables know of states, bodies and armed groups by their names, for every layer that meets one."""
