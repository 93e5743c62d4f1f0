import { IconTemplate } from '@tabler/icons-react'
import { useDeferredValue, useMemo, type KeyboardEvent } from 'react'
import type { Design } from '@shared/design/design'
import type { TemplateSlot } from '@shared/design/mapping-template'
import { savedTemplateOfSlot, templateSlots } from '@shared/design/template-slots'
import { useDesignStore } from '../../stores/design-store'
import { useSelectedRestApi, useSelectedV2Api } from '../../stores/selected-api'
import { openSlotInTemplates, templatesOf, useTemplateStore, type CaseResults } from '../../stores/template-store'
import { Chip } from '../../ui/chip'
import { MethodBadge } from '../../ui/method-badge'
import { TreeList } from '../../ui/tree-list'
import type { TreeItem } from '../../ui/tree-rows'
import { caseTally, tallyWords, type CaseTally } from './case-tally'
import { slotLine, slotWords } from './slot-words'
import { deleteTemplate } from './template-actions'
import { useTemplateName } from './use-template'

/** Saved templates of the project with their cases, then the templates of routes that were not opened yet. */
export function SavedList({ filter }: { readonly filter: string }) {
  // Nobody waits for this list while typing in a template.
  const design = useDeferredValue(useDesignStore((state) => state.design))
  const api = useDeferredValue(useSelectedRestApi())
  const v2Api = useSelectedV2Api()
  const noTemplates = v2Api?.protocolType === 'HTTP' ? 'HTTP APIs have no templates.' : 'No templates yet.'
  const results = useTemplateStore((state) => state.results)
  const selected = useTemplateName()
  const saved = useMemo(() => savedItems(design, results, filter), [design, results, filter])
  const slots = useMemo(
    () => (design === null || api === null ? [] : unopenedSlots(design, templateSlots(api), filter)),
    [design, api, filter],
  )
  const items = useMemo(() => [...saved, ...slots.map(slotItem)], [saved, slots])
  return (
    <section className="gw-tpl-side-part" aria-labelledby="template-saved">
      <h3 id="template-saved">In this API</h3>
      {items.length === 0 ? (
        <p className="gw-tpl-side-none">{filter === '' ? noTemplates : 'None fits.'}</p>
      ) : (
        <TreeList
          items={items}
          label="In this API"
          testId="template-list"
          selectedId={selected}
          onSelect={(id) => select(id, slots)}
          onItemKey={onItemKey}
        />
      )}
    </section>
  )
}

/** Ids of slots cannot be names: names are trimmed. */
const slotId = (slot: TemplateSlot): string => ` ${JSON.stringify(slot)}`

function select(id: string, slots: readonly TemplateSlot[]): void {
  const slot = slots.find((each) => slotId(each) === id)
  if (slot === undefined) useTemplateStore.getState().open(id)
  else openSlotInTemplates(slot)
}

function onItemKey(event: KeyboardEvent, id: string): boolean {
  if (id.startsWith(' ') || (event.key !== 'Delete' && event.key !== 'F2')) return false
  event.preventDefault()
  if (event.key === 'Delete') deleteTemplate(id)
  else {
    useTemplateStore.getState().open(id)
    useTemplateStore.getState().openDialog('rename')
  }
  return true
}

function savedItems(design: Design | null, results: Readonly<Record<string, CaseResults>>, filter: string): TreeItem[] {
  return Object.entries(templatesOf(design))
    .filter(([name]) => name.toLowerCase().includes(filter))
    .map(([name, template]) => {
      const tally = caseTally(template, Object.hasOwn(results, name) ? results[name] : undefined)
      return {
        id: name,
        name: `${name}, ${spokenTally(tally)}`,
        content: <span className="gw-mono">{name}</span>,
        testId: 'template-item',
        attributes: { 'data-name': name, 'data-passed': String(tally.passed), 'data-total': String(tally.total) },
        icon: <IconTemplate size={14} stroke={1.6} />,
        trailing: <TallyChip tally={tally} />,
      }
    })
}

function spokenTally(tally: CaseTally): string {
  return tally.known === 0 ? tallyWords(tally) : `${tally.passed} of ${tally.total} cases pass`
}

function TallyChip({ tally }: { readonly tally: CaseTally }) {
  if (tally.known === 0) return <>{tallyWords(tally)}</>
  return <Chip tone={tally.passed === tally.total ? 'success' : 'danger'}>{tallyWords(tally)}</Chip>
}

function unopenedSlots(design: Design, slots: readonly TemplateSlot[], filter: string): TemplateSlot[] {
  return slots.filter(
    (slot) => savedTemplateOfSlot(design, slot) === undefined && slotLine(slot).toLowerCase().includes(filter),
  )
}

function slotItem(slot: TemplateSlot): TreeItem {
  return {
    id: slotId(slot),
    name: `${slotWords(slot)}, not opened yet`,
    content: (
      <span className="gw-tpl-side-slot">
        <MethodBadge verb={slot.verb} /> <span className="gw-mono">{slot.path}</span>
      </span>
    ),
    testId: 'template-slot',
    attributes: { 'data-route-key': `${slot.verb} ${slot.path}`, 'data-status': slot.statusCode ?? '' },
    icon: <IconTemplate className="gw-tpl-side-unopened" size={14} stroke={1.6} />,
    trailing: slot.statusCode ?? 'request',
  }
}
