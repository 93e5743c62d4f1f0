import type { JsonObject, JsonValue } from './source-tree'

export function isJsonList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

export function isJsonMap(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !isJsonList(value)
}
