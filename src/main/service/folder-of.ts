/** "/home/ada/orders.gatewright.yaml" -> "/home/ada"; both separators count, so that it works for every platform's paths. */
export function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return end <= 0 ? path.slice(0, end + 1) : path.slice(0, end)
}
