import { diffJson } from './diff-json'
import type { JsonSchema, Model } from './model'

/** What is in the schemas of the models that the service makes with every REST API, beside `$schema`, `title` and `type`. */
const BUILT_IN: Readonly<Record<string, JsonSchema>> = {
  Empty: {},
  Error: { properties: { message: { type: 'string' } } },
}

/** Whether a name is that of a model which every REST API has. */
export function isBuiltInModelName(name: string): boolean {
  return Object.hasOwn(BUILT_IN, name)
}

/** The schema that the service gives its own model of that name; undefined for every other name. */
export function builtInSchema(name: string): JsonSchema | undefined {
  return isBuiltInModelName(name) ? BUILT_IN[name] : undefined
}

/** Whether a model is as the service makes it by itself: it is there whether a design lists it or not. */
export function isBuiltInModel(name: string, { contentType, schema }: Model): boolean {
  const builtIn = builtInSchema(name)
  const { $schema: _dialect, title: _title, type = 'object', ...own } = schema
  const isAsMade = builtIn !== undefined && type === 'object' && diffJson(own, builtIn).length === 0
  return isAsMade && contentType === 'application/json'
}
