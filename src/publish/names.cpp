#include "publish/json.hpp"
