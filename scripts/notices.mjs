// Writes THIRD-PARTY-NOTICES.txt from what the build contains; --check only says whether it is current.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { noticesFor, readBundledPackages } from './lib/notices.mjs'
import { root } from './lib/setup.mjs'

const file = join(root, 'THIRD-PARTY-NOTICES.txt')
const names = readBundledPackages(join(root, 'out/.bundled'))

if (!names) {
  console.error('There is no build to read the packages from. Run: npm run build')
  process.exitCode = 2
} else {
  const text = noticesFor(names, join(root, 'node_modules'))
  const isCurrent = existsSync(file) && readFileSync(file, 'utf8') === text
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else if (!isCurrent) {
    console.error('THIRD-PARTY-NOTICES.txt does not match what is bundled. Run: node scripts/notices.mjs')
    process.exitCode = 1
  }
}
