import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './tools/compressed.ts'

export default defineConfig({
  plugins: [react(), compressed()],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What forbids Zod to try code made from text runs with Zod itself, before the first shape of any chunk.
            { name: 'zod', test: /node_modules[\\/]zod[\\/]|src[\\/]ui[\\/]no-eval/, priority: 3 },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/, priority: 2 },
            { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|dayjs)[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
})
