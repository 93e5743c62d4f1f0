/** A bar on the terminal's last line; null takes it away. */
export function showProgress(share: number | null): void {
  const width = 40
  const bar =
    share === null ? '' : `[${'#'.repeat(Math.round(share * width)).padEnd(width)}] ${Math.round(share * 100)} %`
  process.stderr.write(`\r\u001b[2K${bar}`)
}
