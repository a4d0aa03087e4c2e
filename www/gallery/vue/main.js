// A Vue app with the check: the element from the folder on the server, at run time.

// source
import { createApp } from 'vue';
import App from './App.vue';

// A setting of the app says where the script is; the bundler leaves this import alone.
import(/* @vite-ignore */ new URL(import.meta.env.VITE_AIMS_READINESS, document.baseURI).href);

createApp(App).mount('#app');
// /source
