// Orders and products of a small shop. Each function runs in a process of its own, as on AWS, so orders are kept in a file.

import { readFile, writeFile } from 'node:fs/promises'

const store = new URL('./orders.json', import.meta.url)
const products = [
  { productId: 'P-100', name: 'Notebook', price: 4.5 },
  { productId: 'P-200', name: 'Fountain pen', price: 28 },
]

export async function list() {
  return answer(200, { orders: await readOrders() })
}

export async function create(event) {
  const orders = await readOrders()
  const order = { orderId: `ord_${orders.length + 1}`, status: 'created', ...JSON.parse(event.body) }
  await writeOrders([...orders, order])
  return answer(201, order)
}

export async function get(event) {
  const order = (await readOrders()).find(({ orderId }) => orderId === event.pathParameters.id)
  return order === undefined ? answer(404, { message: 'No such order' }) : answer(200, order)
}

export async function cancel(event) {
  const orders = await readOrders()
  const left = orders.filter(({ orderId }) => orderId !== event.pathParameters.id)
  if (left.length === orders.length) return answer(404, { message: 'No such order' })
  await writeOrders(left)
  return { statusCode: 204, body: '' }
}

export async function listProducts() {
  return answer(200, { products })
}

async function readOrders() {
  try {
    return JSON.parse(await readFile(store, 'utf8'))
  } catch {
    return []
  }
}

async function writeOrders(orders) {
  await writeFile(store, JSON.stringify(orders, null, 2))
}

function answer(statusCode, body) {
  return { statusCode, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
}
