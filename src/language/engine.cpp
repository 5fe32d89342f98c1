#include "language/engine.hpp"
