import { IconAlertTriangle } from '@tabler/icons-react'
import { DesignTextField } from '../../../stores/design-fields'
import { ActionButton } from '../../../ui/action-button'
import { SwitchField } from '../../../ui/fields'
import { PanelSection } from '../../../ui/panel-section'
import { editIntegration, editMethod } from '../edit-route'
import { pathParametersOf, type RouteContext } from '../route-context'
import { missingPathParameters } from '../rows/limit-rows'
import { methodPointer } from '../use-route'

/** Which request values tell stored answers apart. Nothing else does: not the caller, not the body, not a path parameter. */
export function CacheKeySection({ route, isOn }: { readonly route: RouteContext; readonly isOn: boolean }) {
  const { integration } = route.method
  const keys = integration?.cacheKeyParameters ?? []
  const missing = isOn ? missingPathParameters(route.path, keys) : []
  if (integration === undefined) return null
  return (
    <PanelSection title="Key parameters">
      {missing.length > 0 && <MissingParameter route={route} names={missing} />}
      {candidates(route, keys).map((name) => (
        <SwitchField
          key={name}
          label={name}
          pointer={methodPointer(route, 'integration', 'cacheKeyParameters', name)}
          checked={keys.includes(name)}
          onChange={(checked) => (checked ? addKeys(route, [name]) : removeKey(route, name))}
        />
      ))}
      <p className="gw-inspector-note">Declare more parameters under Validation to use them here.</p>
      <DesignTextField
        label="Cache namespace"
        pointer={methodPointer(route, 'integration', 'cacheNamespace')}
        value={integration.cacheNamespace ?? ''}
        mono
        placeholder="own entries of this resource"
        help="Integrations with the same namespace share entries."
        onChange={(text) =>
          editIntegration(route, 'Cache namespace', { cacheNamespace: text || undefined }, { isTyped: true })
        }
      />
    </PanelSection>
  )
}

function MissingParameter({ route, names }: { readonly route: RouteContext; readonly names: readonly string[] }) {
  const [first = ''] = names
  const list = names.join(' and ')
  const at = (value: string): string => route.path.replace(`{${first}}`, value).replace(`{${first}+}`, value)
  return (
    <div className="gw-warning" role="note">
      <p className="gw-warning-title">
        <IconAlertTriangle size={14} stroke={1.6} aria-hidden />
        The path parameter {list} is not in the key
      </p>
      <p>
        {route.verb} {at('1')} and {route.verb} {at('2')} get the same stored answer. The first one is shown to
        everybody until it expires.
      </p>
      <ActionButton
        variant="filled"
        onClick={() =>
          addKeys(
            route,
            names.map((name) => `method.request.path.${name}`),
          )
        }
      >
        Add {names.map((name) => `method.request.path.${name}`).join(', ')}
      </ActionButton>
    </div>
  )
}

/** What can be in the key: path parameters, declared parameters, and what is there already. */
function candidates({ path, method }: RouteContext, keys: readonly string[]): string[] {
  const ofPath = pathParametersOf(path).map((name) => `method.request.path.${name}`)
  return [...new Set([...ofPath, ...Object.keys(method.requestParameters ?? {}), ...keys])]
}

/** A key must be declared on the method too, so it is declared along with it. */
function addKeys(route: RouteContext, names: readonly string[]): void {
  const declared = route.method.requestParameters ?? {}
  const added = Object.fromEntries(
    names.map((name) => [name, declared[name] ?? name.startsWith('method.request.path.')]),
  )
  const integration = route.method.integration
  if (integration === undefined) return
  const keys = [...new Set([...(integration.cacheKeyParameters ?? []), ...names])]
  editMethod(route, 'Cache key', {
    requestParameters: { ...declared, ...added },
    integration: { ...integration, cacheKeyParameters: keys },
  })
}

function removeKey(route: RouteContext, name: string): void {
  const keys = (route.method.integration?.cacheKeyParameters ?? []).filter((each) => each !== name)
  editIntegration(route, 'Cache key', { cacheKeyParameters: keys.length === 0 ? undefined : keys })
}
