import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { start } from './app/start'
import './ui/theme/global.css'

const root = document.querySelector('#root')
if (root !== null) createRoot(root).render(<App />)
start()
