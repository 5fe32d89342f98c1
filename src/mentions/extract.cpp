#include "mentions/extract.hpp"
