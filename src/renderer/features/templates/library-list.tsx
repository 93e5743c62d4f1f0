import { IconBookmark } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { LibraryTemplate } from '@shared/templates/library/library-template'
import { TEMPLATE_LIBRARY } from '@shared/templates/library/template-library'
import { TreeList } from '../../ui/tree-list'
import type { TreeItem } from '../../ui/tree-rows'
import { createTemplate } from './template-actions'

/** Templates that come with the program; each opens as a new one, with its event and output as its first case. */
export function LibraryList({ filter }: { readonly filter: string }) {
  const items = useMemo(() => TEMPLATE_LIBRARY.filter((each) => fits(each, filter)).map(libraryItem), [filter])
  if (items.length === 0) return null
  return (
    <section className="gw-tpl-side-part" aria-labelledby="template-library">
      <h3 id="template-library">Library</h3>
      <TreeList items={items} label="Library" testId="template-library" onSelect={openLibraryTemplate} />
    </section>
  )
}

function fits({ name, group, description }: LibraryTemplate, filter: string): boolean {
  return `${name} ${group} ${description}`.toLowerCase().includes(filter)
}

function libraryItem({ id, name, description }: LibraryTemplate): TreeItem {
  return {
    id,
    name: `${name}. ${description}`,
    content: <span title={description}>{name}</span>,
    testId: 'template-library-item',
    attributes: { 'data-library': id },
    icon: <IconBookmark size={14} stroke={1.6} />,
  }
}

function openLibraryTemplate(id: string): void {
  const found = TEMPLATE_LIBRARY.find((each) => each.id === id)
  if (found === undefined) return
  const { source, profile, event, expected, name } = found
  createTemplate(`${id}.vtl`, { source, profile, cases: [{ name, event, expected }] })
}
