import type { Members } from '../../members'

/** Parts of an API by the name they have in the design. */
export type NamedParts<Part> = Map<string, Part>

/** Adds a part under its name. A second one of that name is refused by AWS; it is left out and reported. Says whether it was added. */
export function addNamed<Part>(parts: NamedParts<Part>, name: string, part: Part, members: Members): boolean {
  if (!parts.has(name)) {
    parts.set(name, part)
    return true
  }
  const message = `${members.label} is left out: the API already has "${name}", and AWS refuses a second of that name. Rename one of the two.`
  members.findings.report('import/resource-repeated', 'error', members.pointer, message)
  return false
}

/** The parts that the API's document describes come first. */
export function partsFrom<Part>(described: Readonly<Record<string, Part>> | undefined): NamedParts<Part> {
  return new Map(Object.entries(described ?? {}))
}
