#pragma once

#include <functional>
#include <string>

#include "unpack/source.hpp"

namespace rashomon::unpack {

/// A file in an archive. Its name is a label: nothing is ever written under it.
struct Member {
  std::string name;
  Source& bytes;
};

/// Takes a member; false ends the reading. What it leaves unread of the member is passed over.
using TakeMember = std::function<bool(const Member&)>;

/// True if the bytes begin with a header of a tar archive, by its checksum.
[[nodiscard]] bool is_tar(std::string_view head);

/// Hands out the regular files of a tar archive in its order: ustar, pax and GNU long names. Links, folders and
/// devices have no content and are left out.
///
/// Archives written one behind another are read as one. Errors come at the end, behind all files that were found:
///
/// Errors    malformed_input where a header is damaged (reading goes on with the next one that is whole) or the archive
///           is cut; unsupported_input for a sparse file; limit_exceeded for a header of names past 1 MB.
/// Cost      one member's buffer.
/// Reference POSIX.1-2017, pax; GNU tar manual, "Basic Tar Format".
[[nodiscard]] Result<void> read_tar(Source& archive, const TakeMember& take);

}  // namespace rashomon::unpack
