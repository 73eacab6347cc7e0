import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { groups } from './tools/bundles.ts'
import { compressed } from './tools/compressed.ts'
import { preloaded } from './tools/preloaded.ts'

export default defineConfig({
  plugins: [react(), preloaded('index.html', 'src/product.tsx'), compressed()],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    // A browser without it loads the same files, stage by stage.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The product, and the page that signs in.
      input: ['index.html', 'sign-in.html'],
      output: {
        codeSplitting: {
          groups,
        },
      },
    },
  },
})
