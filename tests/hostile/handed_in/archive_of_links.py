# tries: to hand in the reference solution by a link that is in an archive
# says: a link
import zipfile


def hand_in(folder, solution):
    member = zipfile.ZipInfo("s03_binary_classification/sigmoid.py")
    member.external_attr = 0o120777 << 16
    with zipfile.ZipFile(folder.parent.with_suffix(".zip"), "w") as archive:
        archive.writestr(member, str(solution))
