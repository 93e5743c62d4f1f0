// Orders and products of a small shop, kept in memory for as long as the function's process lives.

const orders = new Map()
const products = [
  { productId: 'P-100', name: 'Notebook', price: 4.5 },
  { productId: 'P-200', name: 'Fountain pen', price: 28 },
]

export async function list() {
  return answer(200, { orders: [...orders.values()] })
}

export async function create(event) {
  const order = { orderId: `ord_${orders.size + 1}`, status: 'created', ...JSON.parse(event.body) }
  orders.set(order.orderId, order)
  return answer(201, order)
}

export async function get(event) {
  const order = orders.get(event.pathParameters.id)
  return order === undefined ? answer(404, { message: 'No such order' }) : answer(200, order)
}

export async function cancel(event) {
  return orders.delete(event.pathParameters.id) ? answer(204, '') : answer(404, { message: 'No such order' })
}

export async function listProducts() {
  return answer(200, { products })
}

function answer(statusCode, body) {
  return { statusCode, headers: { 'Content-Type': 'application/json' }, body: body === '' ? '' : JSON.stringify(body) }
}
