#include "app/run.hpp"

int main(int argc, char** argv) { return rashomon::app::run(argc, argv); }
