/**
 * What the functions of the suite do, as a file beside their instructions: by the id of the API that calls them they read what to return,
 * and write down what they were called with.
 */
export const VECTOR_HANDLERS = `
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'

const at = (folder, event) => new URL('./' + folder + '/' + event.requestContext.apiId + '.json', import.meta.url)

export async function answer(event) {
  writeFileSync(at('events', event), JSON.stringify(event))
  return JSON.parse(readFileSync(at('answers', event), 'utf8'))
}

export async function fail() {
  throw new Error('it fails')
}

export async function large() {
  return { statusCode: 200, body: 'x'.repeat(7 * 1024 * 1024) }
}

export async function authorize(event) {
  appendFileSync(at('authorized', event), '.')
  const { result, error } = JSON.parse(readFileSync(at('authorizers', event), 'utf8'))
  if (error !== undefined) throw new Error(error)
  return result
}
`
