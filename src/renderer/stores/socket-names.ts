const NAMES =
  'ana ben cleo dan eva finn gus hana ivo jan kim leo mia nils oda pia quin rosa sam tess uma vera wim xena yara zoe'.split(
    ' ',
  )

/** The name of the nth client, from 0: "ana", "ben" ... "zoe", "ana 2". */
export function socketName(index: number): string {
  const round = Math.floor(index / NAMES.length)
  const name = NAMES[index % NAMES.length]!
  return round === 0 ? name : `${name} ${round + 1}`
}
