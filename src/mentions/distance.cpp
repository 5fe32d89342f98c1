#include "mentions/distance.hpp"

namespace rashomon::mentions {

double squared_kilometres(Point a, Point b) {
  constexpr double kKilometresPerDegree = 111.195;
  const double middle = (a.latitude + b.latitude) / 2;
  // Bhaskara's cosine of an angle in degrees, within 0.002.
  const double cosine = (32400 - 4 * middle * middle) / (32400 + middle * middle);
  double east = a.longitude - b.longitude;
  if (east > 180) east -= 360;
  if (east < -180) east += 360;
  const double x = east * cosine * kKilometresPerDegree;
  const double y = (a.latitude - b.latitude) * kKilometresPerDegree;
  return x * x + y * y;
}

}  // namespace rashomon::mentions
