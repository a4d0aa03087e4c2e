//! A page that is itself a Yew app and embeds the check, for the gallery.
//!
//! The check brings a Yew of its own in another module. What is clicked inside it must not reach the
//! handlers of this app, and this app must go on working beside it.

// source
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, Element};
use yew::prelude::*;

/// The tier in the detail of `aims-result`, once there is one.
fn tier_of(event: &CustomEvent) -> Option<String> {
    let result = Reflect::get(&event.detail(), &"result".into()).ok()?;
    Reflect::get(&result, &"tier".into()).ok()?.as_string()
}

/// The page: a counter of its own, the tier it was told, and the check.
#[component]
fn Host() -> Html {
    let count = use_state(|| 0_u32);
    let tier = use_state(|| None::<String>);
    let check = use_node_ref();

    // Yew has no attribute for events of other elements, so the listener is added by hand.
    {
        let tier = tier.clone();
        use_effect_with(check.clone(), move |check| {
            let listener = Closure::<dyn Fn(CustomEvent)>::new(move |event| tier.set(tier_of(&event)));
            let element = check.cast::<Element>();
            let function = listener.as_ref().unchecked_ref::<js_sys::Function>().clone();
            if let Some(element) = &element {
                let _ = element.add_event_listener_with_callback("aims-result", &function);
            }
            move || {
                if let Some(element) = element {
                    let _ = element.remove_event_listener_with_callback("aims-result", &function);
                }
                drop(listener);
            }
        });
    }

    let add = {
        let count = count.clone();
        Callback::from(move |_: MouseEvent| count.set(count.saturating_add(1)))
    };
    html! {
        <>
            <div class="panel">
                <p><button id="count" type="button" onclick={add}>{ format!("Counted {}", *count) }</button></p>
                <p id="tier" role="status">
                    { tier.as_ref().map_or_else(|| "No result so far.".to_owned(), |tier| format!("Tier: {tier}")) }
                </p>
            </div>
            // card
            <aims-readiness ref={check} lang="en" sector="public_sector"></aims-readiness>
            // /card
        </>
    }
}

/// Puts the app into its place on the page.
fn main() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<Host>::with_root(root).render();
    }
}
// /source
