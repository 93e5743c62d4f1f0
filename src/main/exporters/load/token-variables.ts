import type { LoadPlan } from './load-plan'

/** Environment variables that hold the callers' tokens, for those that the plan needs. */
export function tokenVariables({
  usesTokens,
  sources,
}: LoadPlan): { readonly variable: string; readonly meaning: string }[] {
  if (!usesTokens) return []
  const callers = Math.max(...sources.map(({ identities }) => identities.count))
  const some = (share: 'expiredTokens' | 'deniedIdentities'): boolean => sources.some(({ shares }) => shares[share] > 0)
  return [
    { variable: 'TOKENS', meaning: `tokens of callers, separated by commas (the scenario has ${callers})` },
    ...(some('expiredTokens') ? [{ variable: 'EXPIRED_TOKEN', meaning: 'a token that ran out' }] : []),
    ...(some('deniedIdentities') ? [{ variable: 'DENIED_TOKEN', meaning: 'a token whose caller is denied' }] : []),
  ]
}
