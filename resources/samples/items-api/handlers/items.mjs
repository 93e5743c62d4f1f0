// A small catalogue behind an HTTP API: events of payload format 2.0. Each function runs in a process of its own, as on AWS, so items are
// kept in a file.

import { readFile, writeFile } from 'node:fs/promises'

const store = new URL('./items.json', import.meta.url)
const FIRST_ITEMS = [
  { id: 'notebook', name: 'Notebook', price: 4.5 },
  { id: 'fountain-pen', name: 'Fountain pen', price: 28 },
  { id: 'ink', name: 'Ink, blue', price: 9 },
]

/** GET /items?limit=2&cursor=notebook */
export async function list({ queryStringParameters }) {
  const { limit = '20', cursor } = queryStringParameters ?? {}
  const items = await readItems()
  const first = cursor === undefined ? 0 : items.findIndex(({ id }) => id === cursor) + 1
  const page = items.slice(first, first + Number(limit))
  const isLast = first + page.length >= items.length
  // Without a statusCode the answer is inferred: 200, application/json, this as the body.
  return { items: page, ...(!isLast && { cursor: page.at(-1).id }) }
}

/** GET /items/{id} */
export async function get({ pathParameters }) {
  const item = (await readItems()).find(({ id }) => id === pathParameters.id)
  return item ?? answer(404, { message: 'No such item' })
}

/** POST /items: who calls is in the claims of the token. */
export async function create({ body, isBase64Encoded, requestContext }) {
  const sent = parsed(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body)
  if (typeof sent?.name !== 'string' || sent.name === '') return answer(400, { message: 'An item has a name' })
  const items = await readItems()
  const item = {
    id: `item-${items.length + 1}`,
    name: sent.name,
    price: Number(sent.price ?? 0),
    createdBy: requestContext.authorizer.jwt.claims.sub,
  }
  await writeItems([...items, item])
  return answer(201, item)
}

/** DELETE /items/{id} */
export async function remove({ pathParameters }) {
  const items = await readItems()
  const left = items.filter(({ id }) => id !== pathParameters.id)
  if (left.length === items.length) return answer(404, { message: 'No such item' })
  await writeItems(left)
  return { statusCode: 204 }
}

/** $default: whatever has no route of its own. */
export async function help({ routeKey, requestContext, rawPath }) {
  return answer(404, { message: `${requestContext.http.method} ${rawPath} has no route; ${routeKey} answers` })
}

async function readItems() {
  try {
    return JSON.parse(await readFile(store, 'utf8'))
  } catch {
    return FIRST_ITEMS
  }
}

async function writeItems(items) {
  await writeFile(store, JSON.stringify(items, null, 2))
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function answer(statusCode, body) {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
