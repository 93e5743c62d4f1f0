import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import { emptyDesign } from '@shared/design/new-design'
import type { Random } from '../../project-format/testing/random'
import { randomClients } from './random-clients'
import { randomHttpApi } from './random-http-api'
import { randomRestApi } from './random-rest-api'
import { randomWebSocketApi } from './random-websocket-api'

/** What a generated design may hold. */
export interface RandomDesignOptions {
  /** Drawn from for each API; all three types when absent. */
  readonly protocolTypes?: readonly Api['protocolType'][]
  /** How many APIs; 1 to 3 when absent. */
  readonly apis?: number
  /** Only what an OpenAPI document can say of models and bodies. False when absent. */
  readonly isForOpenApi?: boolean
}

/**
 * A design that the service would take, rich in features, its texts chosen to be misread. The same seed gives the same design. Stages,
 * plans, keys and domains refer to what is there; functions are named by the ARNs of integrations and authorizers.
 */
export function randomDesign(random: Random, options: RandomDesignOptions = {}): Design {
  const protocolTypes = options.protocolTypes ?? ['REST', 'HTTP', 'WEBSOCKET']
  // The first numbers of small seeds are small.
  for (let draw = 0; draw < 3; draw++) random.next()
  const count = options.apis ?? 1 + random.below(3)
  const apis = Array.from({ length: count }, (_, index) => {
    const name = `${random.pick(['Orders', 'pets and toys', 'a-b_c'])} ${index + 1}`
    return randomApi(random, random.pick(protocolTypes), name, options.isForOpenApi ?? false)
  })
  const design = {
    ...emptyDesign('generated'),
    apis,
    functions: { orders: { handler: './handlers/orders.mjs#create' } },
  }
  return { ...design, ...randomClients(random, apis) }
}

function randomApi(random: Random, protocolType: Api['protocolType'], name: string, isForOpenApi: boolean): Api {
  switch (protocolType) {
    case 'REST':
      return randomRestApi(random, name, isForOpenApi)
    case 'HTTP':
      return randomHttpApi(random, name)
    case 'WEBSOCKET':
      return randomWebSocketApi(random, name)
  }
}
