import type { ReferenceGroup } from './reference-entry'

/** Source: Apache Velocity 1.7, class `ForeachScope`. */
export const FOREACH_REFERENCE: ReferenceGroup = {
  id: 'foreach',
  title: '$foreach',
  doc: 'Where the nearest loop stands. Only inside of #foreach.',
  entries: [
    {
      name: 'index',
      signature: '$foreach.index',
      returns: 'Integer',
      doc: 'The turn, counted from 0.',
      insert: '\\$foreach.index',
    },
    {
      name: 'count',
      signature: '$foreach.count',
      returns: 'Integer',
      doc: 'The turn, counted from 1.',
      insert: '\\$foreach.count',
    },
    {
      name: 'hasNext',
      signature: '$foreach.hasNext',
      returns: 'Boolean',
      doc: 'Whether another turn follows: for the comma between items.',
      caution: 'It does not know that the service stops after 1,000 turns.',
      insert: '\\$foreach.hasNext',
    },
    {
      name: 'first',
      signature: '$foreach.first',
      returns: 'Boolean',
      doc: 'Whether this is the first turn.',
      insert: '\\$foreach.first',
    },
    {
      name: 'last',
      signature: '$foreach.last',
      returns: 'Boolean',
      doc: 'Whether this is the last turn.',
      insert: '\\$foreach.last',
    },
    {
      name: 'parent',
      signature: '$foreach.parent',
      returns: 'Foreach',
      doc: 'The $foreach of the loop around this one.',
      missing: 'Prints nothing in the outermost loop.',
      insert: '\\$foreach.parent.${1:index}',
    },
    {
      name: 'topmost',
      signature: '$foreach.topmost',
      returns: 'Foreach',
      doc: 'The $foreach of the outermost loop.',
      insert: '\\$foreach.topmost.${1:index}',
    },
  ],
}
