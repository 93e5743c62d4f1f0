import { DEFAULT_BACKEND, type BackendModel, type Scenario } from '@shared/design/scenario'

/** The model of a route's backend: its own, else the one for all others, else the default. */
export function backendOf({ backends }: Scenario, routeKey: string): BackendModel {
  return backends?.[routeKey] ?? backends?.['*'] ?? DEFAULT_BACKEND
}
