// Fails on an import against the arrows of scripts/lib/layers.mjs, an import cycle, a barrel file or a colour written out.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkTree } from './lib/import-rules.mjs'
import { root } from './lib/setup.mjs'
import { listFiles } from './lib/stamp.mjs'

const paths = listFiles(root, 'src').filter((path) => /\.(tsx?|mts|css|json)$/.test(path))
const problems = checkTree(new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])))
for (const { path, line, message } of problems) console.error(`${path}:${line} ${message}`)
if (problems.length > 0) {
  console.error(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} with imports.`)
  process.exitCode = 1
}
