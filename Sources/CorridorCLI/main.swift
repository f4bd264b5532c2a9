import Corridor
