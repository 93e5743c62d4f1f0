import type { LoadPlan, LoadSource } from '../load/load-plan'
import { roundsOf, unknownVerbs } from './artillery-scenarios'
import type { SourceVariables } from './artillery-variables'

/** What of a plan Artillery plays in another way. `variables` are those of the sources, in their order. */
export function artilleryNotes({ sources }: LoadPlan, variables: readonly SourceVariables[]): string[] {
  return [
    ...(sources.length > 1
      ? ['Sources come in one list of phases: at every moment they have the shares that they have over the whole run.']
      : []),
    ...randomArrivals(sources),
    ...sources.flatMap((source, index) => sourceNotes(source, variables[index]!)),
  ]
}

/** Phases at a steady rate can have random arrivals, if nothing else is among them. */
function randomArrivals(sources: readonly LoadSource[]): string[] {
  const isRandom = ({ arrival }: LoadSource): boolean => arrival.kind === 'rate' && arrival.isPoisson
  const random = sources.filter(isRandom)
  const isSteady = ({ arrival }: LoadSource): boolean =>
    arrival.kind === 'rate' && new Set(arrival.profile.map(({ ratePerSecond }) => ratePerSecond)).size <= 1
  if (random.length === 0 || (random.length === sources.length && random.every(isSteady))) return []
  const names = random.map(({ name }) => `"${name}"`).join(', ')
  return [`${names}: arrivals are evenly spaced at the same rate wherever it changes or is shared with others.`]
}

function sourceNotes(source: LoadSource, { missingItems }: SourceVariables): string[] {
  const { name, arrival, retry, identities, routes } = source
  const sendsTokens = routes.some(({ tokens }) => tokens.length > 0)
  const verbs = unknownVerbs(source)
  return [
    ...(verbs.length > 0 ? [`"${name}": ${verbs.join(', ')} are left out: Artillery's flows have no such verb.`] : []),
    ...(arrival.kind === 'users'
      ? [
          `"${name}": each user keeps to one route and makes ${roundsOf(arrival)} requests instead of going on to the end.`,
          ...(['CONSTANT', 'UNIFORM'].includes(arrival.thinkTime.distribution)
            ? []
            : [`"${name}": users think for the mean of their think time.`]),
        ]
      : []),
    ...(retry === null ? [] : [`"${name}": refused requests are not sent again; Artillery has no retries.`]),
    ...(missingItems > 0 ? [`"${name}": the ${missingItems} rarest items are never asked for.`] : []),
    ...(sendsTokens && identities.count > 1
      ? [`"${name}": all of its ${identities.count} callers send the same token.`]
      : []),
  ]
}
