import { ActionIcon, NativeSelect, TextInput, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { ActionButton } from '../../../ui/action-button'
import { SwitchField } from '../../../ui/fields'
import { PanelSection } from '../../../ui/panel-section'
import { editMethod } from '../edit-route'
import { pathParametersOf, type RouteContext } from '../route-context'
import { methodPointer } from '../use-route'

/** Declared parameters: what a validator can require and what mappings and cache keys can name. */
export function ParameterList({ route }: { readonly route: RouteContext }) {
  const parameters = route.method.requestParameters ?? {}
  return (
    <PanelSection title="Parameters">
      {Object.entries(parameters).map(([name, isRequired]) => (
        <div key={name} className="gw-record-row gw-record-row-centered">
          <SwitchField
            label={name.replace(/^method\.request\./, '')}
            pointer={methodPointer(route, 'requestParameters', name)}
            checked={isRequired}
            help={isRequired ? 'required' : 'optional'}
            onChange={(checked) =>
              editMethod(route, 'Parameter', { requestParameters: { ...parameters, [name]: checked } })
            }
          />
          <Tooltip label={`Remove ${name}`}>
            <ActionIcon aria-label={`Remove parameter ${name}`} onClick={() => removeParameter(route, name)}>
              <IconTrash size={14} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      <AddParameter route={route} />
    </PanelSection>
  )
}

function removeParameter(route: RouteContext, name: string): void {
  const kept = Object.entries(route.method.requestParameters ?? {}).filter(([each]) => each !== name)
  editMethod(route, 'Parameter', { requestParameters: kept.length === 0 ? undefined : Object.fromEntries(kept) })
}

const PLACES = ['header', 'querystring', 'path'] as const

function AddParameter({ route }: { readonly route: RouteContext }) {
  const [place, setPlace] = useState<string>('header')
  const [name, setName] = useState('')
  const problem = problemOfParameter(route, place, name.trim())

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (name.trim() === '' || problem !== undefined) return
    const parameters = { ...route.method.requestParameters, [`method.request.${place}.${name.trim()}`]: true }
    editMethod(route, 'Parameter', { requestParameters: parameters })
    setName('')
  }

  return (
    <form className="gw-record-add" onSubmit={submit}>
      <NativeSelect
        className="gw-field"
        aria-label="Place of the parameter"
        value={place}
        data={[...PLACES]}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <TextInput
        className="gw-field gw-field-mono"
        aria-label="Name of the parameter"
        placeholder="Name"
        value={name}
        error={problem}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ActionButton label="Add parameter" onClick={(event) => event.currentTarget.form?.requestSubmit()}>
        Add
      </ActionButton>
    </form>
  )
}

/** Source: rest-api.md 1.1, one name in one place; 8, a path parameter that the path lacks is always missing. */
function problemOfParameter({ method, path }: RouteContext, place: string, name: string): string | undefined {
  if (name === '') return undefined
  const taken = Object.keys(method.requestParameters ?? {}).find((each) => each.split('.').slice(3).join('.') === name)
  if (taken !== undefined) return `${name} is declared already`
  if (place === 'path' && !pathParametersOf(path).includes(name)) return `The path has no {${name}}`
  return undefined
}
