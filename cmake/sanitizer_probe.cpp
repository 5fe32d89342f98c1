// The least that a sanitizer must be able to run: a kernel may forbid it (address space layout, ptrace).
#include <thread>

int main() {
  int value = 0;
  std::thread([&] { value = 1; }).join();
  return value - 1;
}
