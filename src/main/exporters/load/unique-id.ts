/**
 * Identifiers of letters, figures and underscores, each given once: "POST /orders/{id}" -> "post_orders_id", the second such
 * "post_orders_id_2".
 */
export function uniqueIds(fallback: string): (name: string) => string {
  const given = new Set<string>()
  return (name) => {
    const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? []
    const id = words.join('_').slice(0, 60) || fallback
    let unique = id
    for (let number = 2; given.has(unique); number++) unique = `${id}_${number}`
    given.add(unique)
    return unique
  }
}
