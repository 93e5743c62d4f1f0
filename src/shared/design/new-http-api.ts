import type { HttpApi } from './http-api'
import { unusedId } from './unused-id'

/** An HTTP API with the stage `$default`, which deploys every change by itself. Its id follows from its name. */
export function newHttpApi(name: string, takenIds: Iterable<string> = []): HttpApi {
  return {
    protocolType: 'HTTP',
    id: unusedId(`api ${name}`, 10, takenIds),
    name,
    routes: {},
    integrations: {},
    authorizers: {},
    stages: { $default: { autoDeploy: true } },
  }
}
