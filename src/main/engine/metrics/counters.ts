/** Running totals that no outcome tells: how often a store was asked. Read by hosts, written by steps. */
export class Counters {
  authorizerCalls = 0
  authorizerHits = 0
  cacheMisses = 0
}
