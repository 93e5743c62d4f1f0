import { GatewrightError } from '@shared/contract/errors'
import { useUiStore } from '../stores/ui-store'

/** What a developer needs to find a bug: no names, values or paths of the person's design. */
export function bugReport(error: unknown, componentStack = ''): string {
  const version = useUiStore.getState().info?.version ?? 'unknown'
  const fromHost = error instanceof GatewrightError ? error.details?.report : undefined
  const stack = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error)
  return [`Gatewright ${version}`, navigator.userAgent, '', fromHost ?? stack, componentStack.trim()].join('\n').trim()
}
