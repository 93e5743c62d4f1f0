/** Any text as comment lines, each beginning with this mark; what would end a line becomes a space. */
export function commentLines(lines: readonly string[], mark: string): string[] {
  return lines.map((line) => `${mark} ${line.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`.trimEnd())
}
