import { pascalCase } from '../cloudformation/logical-id'

/** Words that TypeScript keeps for itself, or that a strict module may not bind. */
const RESERVED = new Set(
  (
    'abstract any arguments as async await boolean break case catch class const constructor continue debugger declare default delete do ' +
    'else enum eval export extends false finally for from function get if implements import in instanceof interface let module new null ' +
    'number object of package private protected public return set static string super switch symbol this throw true try type typeof ' +
    'undefined unknown var void while with yield NaN Infinity Object Array'
  ).split(' '),
)

/** Gives each text a variable's name of its own: "OrdersApi" -> "ordersApi", "Delete" -> "delete2". `taken` are names in use already. */
export function uniqueNames(taken: Iterable<string>): (text: string) => string {
  const given = new Set(taken)
  return (text) => {
    const name = variableName(text)
    let unique = name
    for (let number = 2; RESERVED.has(unique) || given.has(unique); number++) unique = `${name}${number}`
    given.add(unique)
    return unique
  }
}

/** "OrdersApi" -> "ordersApi", "orders-api 2" -> "ordersApi2", "24h" -> "_24h". */
export function variableName(text: string): string {
  const lower = pascalCase(text).replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (initials) => initials.toLowerCase())
  return /^[a-z]/i.test(lower) ? lower : `_${lower}`
}
