import { Button, Menu } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { TemplateSlot } from '@shared/design/mapping-template'
import { problemOfSlot, templateOfSlot } from '@shared/design/template-slots'
import { useDesignStore } from '../../stores/design-store'
import { goToField } from '../../stores/go-to-field'
import { useTemplateStore } from '../../stores/template-store'
import { Chip } from '../../ui/chip'
import { MethodBadge } from '../../ui/method-badge'
import { methodPointer } from './method-pointer'
import { slotKind, slotWords } from './slot-words'
import { applyToRoute, attachTo, takeFromRoute } from './template-actions'
import { useTemplatePart } from './use-template'

const openAttach = (): void => useTemplateStore.getState().openDialog('attach')

/** Which place of a route the template belongs to, and whether the text there is another. */
export function RouteOfTemplate() {
  const slot = useTemplatePart((template) => template.slot, undefined)
  return (
    <div className="gw-tpl-route">
      {slot === undefined ? (
        <>
          <span className="gw-tpl-route-words gw-tpl-word">Not attached</span>
          <Button size="compact-xs" aria-label="Attach to a route" onClick={openAttach}>
            Attach<span className="gw-tpl-word">&nbsp;to a route</span>
          </Button>
        </>
      ) : (
        <>
          <SlotMenu slot={slot} />
          <RouteText slot={slot} />
        </>
      )}
    </div>
  )
}

function SlotMenu({ slot }: { readonly slot: TemplateSlot }) {
  return (
    <Menu position="bottom-start" returnFocus>
      <Menu.Target>
        <button type="button" className="gw-tpl-slot" aria-label={slotWords(slot)} title={slotWords(slot)}>
          <span className="gw-tpl-route-words gw-tpl-word">
            <SlotKind slot={slot} /> of
          </span>
          <MethodBadge verb={slot.verb} />
          <b className="gw-mono">{slot.path}</b>
          <span className="gw-tpl-word">
            <Chip tone="outline">{slot.contentType}</Chip>
          </span>
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="gw-menu">
        <Menu.Item onClick={() => showRoute(slot)}>Show the route</Menu.Item>
        <Menu.Item onClick={openAttach}>Attach to another route</Menu.Item>
        <Menu.Item onClick={() => attachTo(undefined)}>Detach</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** The middle word goes where there is little room: "Request template" is "Request" then. */
function SlotKind({ slot }: { readonly slot: TemplateSlot }) {
  const [side, word, ...rest] = slotKind(slot).split(' ')
  return (
    <>
      {side} <span className="gw-tpl-extra">{word} </span>
      {rest.join(' ')}
    </>
  )
}

function showRoute(slot: TemplateSlot): void {
  const { design } = useDesignStore.getState()
  const pointer = design === null ? null : methodPointer(design, slot)
  if (pointer !== null) goToField(pointer)
}

/** A chip that tells that the route has another text or none, with what can be done about it. */
function RouteText({ slot }: { readonly slot: TemplateSlot }) {
  const source = useTemplatePart((template) => template.source, '')
  const problem = useDesignStore((state) => (state.design === null ? null : problemOfSlot(state.design, slot)))
  const text = useDesignStore((state) => (state.design === null ? undefined : templateOfSlot(state.design, slot)))
  if (problem !== null) {
    return (
      <DifferenceMenu label="Its route is gone" title={`It cannot be applied: ${problem}`}>
        <Menu.Item onClick={openAttach}>Attach to another route</Menu.Item>
        <Menu.Item onClick={() => attachTo(undefined)}>Detach</Menu.Item>
      </DifferenceMenu>
    )
  }
  if (text === source) return null
  return (
    <DifferenceMenu
      label={text === undefined ? 'Route has no template' : 'Route has another text'}
      title="What the gateway serves after a deployment is the text of the route"
    >
      <Menu.Item onClick={applyToRoute}>Apply to route</Menu.Item>
      {text !== undefined && <Menu.Item onClick={takeFromRoute}>Take from route</Menu.Item>}
    </DifferenceMenu>
  )
}

function DifferenceMenu({ label, title, children }: { label: string; title: string; children: ReactNode }) {
  return (
    <Menu position="bottom-start" returnFocus>
      <Menu.Target>
        <button
          type="button"
          className="gw-tpl-differs"
          data-testid="template-route-differs"
          aria-label={label}
          title={`${label}. ${title}`}
        >
          <IconAlertTriangle size={14} stroke={1.6} aria-hidden />
          <span className="gw-tpl-word">{label}</span>
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="gw-menu">{children}</Menu.Dropdown>
    </Menu>
  )
}
